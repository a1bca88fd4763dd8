"""What a program of steps is, and what the person did in it: pure values, without terminal, disk or clock."""
