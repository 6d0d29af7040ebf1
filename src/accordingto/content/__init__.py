"""What is said: events, estimates and control inside statements."""
