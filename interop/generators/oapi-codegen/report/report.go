// Package report prints what a call returned, or how it failed: one line of JSON for each call.
package report

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

type Observed = map[string]any

// Call reports a call whose result the generated client decodes.
func Call(name string, run func() (Observed, error)) { print(name, false, run) }

// ByHand reports a call that hands over a body, which the caller decodes.
func ByHand(name string, run func() (Observed, error)) { print(name, true, run) }

func print(name string, byHand bool, run func() (Observed, error)) {
	line := map[string]any{"call": name, "by_hand": byHand}
	defer func() {
		if fault := recover(); fault != nil {
			line["failed"] = fmt.Sprint(fault)
		}
		text, _ := json.Marshal(line)
		fmt.Println(string(text))
	}()
	observed, err := run()
	if err != nil {
		line["failed"] = err.Error()
	} else {
		line["observed"] = observed
	}
}

// Events returns the text of a stream of server-sent events.
func Events(body io.Reader) (Observed, error) {
	var text strings.Builder
	lines := bufio.NewReader(body)
	for {
		line, err := lines.ReadString('\n')
		data, found := strings.CutPrefix(strings.TrimSpace(line), "data: ")
		if found && data != "[DONE]" {
			var event struct {
				Choices []struct{ Delta struct{ Content string } }
			}
			if err := json.Unmarshal([]byte(data), &event); err != nil {
				return nil, err
			}
			for _, choice := range event.Choices {
				text.WriteString(choice.Delta.Content)
			}
		}
		if err == io.EOF {
			return Observed{"text": text.String()}, nil
		}
		if err != nil {
			return nil, err
		}
	}
}
