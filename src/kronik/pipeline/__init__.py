"""The visible, ordered list of stages; settings, shards, and where they run."""
