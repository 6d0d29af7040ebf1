"""The people of a server: signing in and out, one's own account, and what an admin sees and changes."""
