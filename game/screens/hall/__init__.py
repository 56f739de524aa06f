"""The hall: the chamber, its roll call and its General Assembly, and what stands between two delegations."""
