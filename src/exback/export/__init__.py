"""What the person wrote, as text in other formats. Only the store writes it to a file.

To add a format, write a module with a `render` like that of `markdown`, and add it to `formats`.
"""
