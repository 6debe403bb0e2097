"""Signpost's core: pure functions on plain data. No framework, no network, no model."""
