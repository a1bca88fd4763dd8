"""What the person wrote, as text in other formats. Only the store writes it to a file.

To add a format, write a module with a `render` like the others, and add it to `formats`.
"""
