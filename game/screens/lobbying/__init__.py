"""Behind the table: heads counted before a vote, notes and deals as conversations."""
