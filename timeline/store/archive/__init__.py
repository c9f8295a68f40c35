"""Archives: many files, JSON Lines and Parquet, cut into parts that are read a record at a time; and a run's folder."""
