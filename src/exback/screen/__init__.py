"""Whatever shows pages and asks questions: a real terminal, or plain lines."""
