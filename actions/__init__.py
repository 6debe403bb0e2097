"""Rasa's custom actions: thin adapters over `signpost/`."""
