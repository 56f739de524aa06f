"""After the sitting: its ending, its debrief, the archive of saves and their replay."""
