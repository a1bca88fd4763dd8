"""What people see and are asked: on a terminal, in plain lines, or from a script in tests."""
