"""What happens outside the chamber, as pure values: tracks, effects, compliance, security, endings."""
