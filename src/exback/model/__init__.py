"""What a program of steps is, and what happened: pure values, with no terminal, disk or clock."""
