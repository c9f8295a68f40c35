"""The verbs over whole archives: part by part, on processes or a cluster, resumed where a run ended."""
