"""The offline bundle: everything that an installation needs, in one archive, for machines without a network."""
