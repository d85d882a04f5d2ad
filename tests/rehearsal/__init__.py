"""A whole evening played through real browsers and real sockets: `python -m tests.rehearsal`."""
