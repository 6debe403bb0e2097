"""The public face: the only process that the outside world can reach. Never imports Rasa."""
