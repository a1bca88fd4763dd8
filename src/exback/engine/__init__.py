"""One walk through a step, and what is open and next: pure, and told everything it needs to know."""
