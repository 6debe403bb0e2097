"""In place of `actions/`: an action that fails in the way that a file names. Read by the assistant alone."""
