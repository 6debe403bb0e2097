"""What plugs into Rasa 3.6: the only code here that imports it."""
