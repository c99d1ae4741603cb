"""Events for other programs: tables, graphs, timelines, workbooks, bundles of evidence, citations."""
