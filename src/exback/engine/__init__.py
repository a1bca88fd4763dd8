"""What happens in a step and which step is next: pure functions of a program and the answers given so far."""
