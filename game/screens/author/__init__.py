"""The author's rooms: the workshop of crises and the desk on which one is written, checked and tried out."""
