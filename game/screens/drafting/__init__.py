"""The drafting tables: a draft or an amendment written clause by clause, the adviser's word beside it."""
