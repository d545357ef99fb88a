// Command connection-pool keeps up to ten connections to its database and opens them when they are needed.
package main

import (
	"bufio"
	"fmt"
	"log"
	"net"
	"net/http"
	"os"

	"github.com/gorilla/mux"
)

type pool struct {
	address string
	idle    chan net.Conn
}

func (p *pool) query(sql string) (string, error) {
	var conn net.Conn
	select {
	case conn = <-p.idle:
	default:
		var err error
		if conn, err = net.Dial("tcp", p.address); err != nil {
			return "", err
		}
	}
	fmt.Fprintln(conn, sql)
	answer, err := bufio.NewReaderSize(conn, 64).ReadString('\n')
	if err != nil {
		conn.Close()
		return "", err
	}
	select {
	case p.idle <- conn:
	default:
		conn.Close()
	}
	return answer, nil
}

func database(listener net.Listener) {
	for {
		conn, err := listener.Accept()
		if err != nil {
			return
		}
		go func() {
			defer conn.Close()
			for lines := bufio.NewScanner(conn); lines.Scan(); {
				fmt.Fprintln(conn, len(lines.Text()))
			}
		}()
	}
}

func main() {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	go database(listener)
	p := &pool{listener.Addr().String(), make(chan net.Conn, 10)}
	router := mux.NewRouter()
	router.HandleFunc("/rows/{table}", func(w http.ResponseWriter, r *http.Request) {
		answer, err := p.query("select * from " + mux.Vars(r)["table"])
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		fmt.Fprint(w, answer)
	})
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), router))
}
