module leakgate.dev/probe

go 1.15
