module leakgate.dev/source

go 1.22
