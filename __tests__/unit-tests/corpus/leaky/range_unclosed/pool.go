package pool

// Pool hands jobs to workers.
type Pool struct{ jobs chan func() }

func New(workers int) *Pool {
	p := &Pool{jobs: make(chan func())}
	for range workers {
		go p.work() // leak
	}
	return p
}

func (p *Pool) work() {
	for job := range p.jobs {
		job()
	}
}

func (p *Pool) Do(job func()) {
	done := make(chan struct{})
	p.jobs <- func() { job(); close(done) }
	<-done
}
