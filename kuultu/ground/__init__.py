"""The ground floor: languages, pages, documents, privacy, tenancy, audit, people. It knows nothing of the loop."""
