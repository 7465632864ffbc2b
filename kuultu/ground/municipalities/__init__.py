"""The tenant: municipalities, their organisations, and the scope that nothing escapes."""
