"""What happens outside the chamber, as pure values: tracks, effects, compliance, collective security, endings."""
