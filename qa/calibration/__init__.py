"""A library calibrated to its own articles: probes, coverage against risk, thresholds."""
