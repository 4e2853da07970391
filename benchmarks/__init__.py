"""What `make bench` and `make evaluate` measure: how fast, how large, how right."""
