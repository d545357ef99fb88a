// Command report-templates adds a template of its own name to the common set for each report.
package main

import (
	"fmt"
	"log"
	"net/http"
	"os"
	"sync"
	"sync/atomic"
	"text/template"
)

var (
	common  = template.Must(template.New("layout").Parse(`{{define "footer"}}page {{.}}{{end}}`))
	adding  sync.Mutex
	reports atomic.Int64
)

func report(w http.ResponseWriter, r *http.Request) {
	n := reports.Add(1)
	if n%50 != 0 {
		fmt.Fprint(w, "unchanged")
		return
	}
	name := fmt.Sprintf("report-%d", n) // LEAK
	adding.Lock()
	defer adding.Unlock()
	t, err := common.New(name).Parse(`{{if .}}<b>{{.}}</b>{{else}}none{{end}} {{template "footer" .}}`) // LEAK
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	if err := t.Execute(w, n); err != nil {
		log.Print(err)
	}
}

func main() {
	http.HandleFunc("/report", report)
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), nil))
}
