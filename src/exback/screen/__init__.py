"""Whatever shows pages and asks questions: a real terminal, plain lines, or a script in tests."""
