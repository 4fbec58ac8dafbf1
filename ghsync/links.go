package ghsync

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/ghresume/ghresume/resume"
)

const (
	linksAtOnce = 4
	linkTimeout = 10 * time.Second
	linkAgent   = "ghresume-check (+https://github.com/ghresume/ghresume)"
)

// CheckLinks requests every address: one request at a time per host, without cookies or
// credentials. Addresses for which ctx leaves no time are missing from the result.
func CheckLinks(ctx context.Context, addresses []string) map[string]resume.LinkStatus {
	byHost := map[string][]string{}
	for _, address := range addresses {
		if u, err := url.Parse(address); err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" {
			byHost[strings.ToLower(u.Host)] = append(byHost[strings.ToLower(u.Host)], address)
		}
	}
	client := &http.Client{Timeout: linkTimeout}
	var mu sync.Mutex
	answers := map[string]resume.LinkStatus{}
	var group errgroup.Group
	group.SetLimit(linksAtOnce)
	for _, ofHost := range byHost {
		group.Go(func() error {
			for _, address := range ofHost {
				status := checkLink(ctx, client, address)
				if ctx.Err() != nil {
					return nil
				}
				mu.Lock()
				answers[address] = status
				mu.Unlock()
			}
			return nil
		})
	}
	_ = group.Wait() // the functions return no error
	return answers
}

// checkLink tries HEAD, then GET for hosts that do not support HEAD.
func checkLink(ctx context.Context, client *http.Client, address string) resume.LinkStatus {
	status := request(ctx, client, http.MethodHead, address)
	if status.Code >= 400 {
		status = request(ctx, client, http.MethodGet, address)
	}
	return status
}

func request(ctx context.Context, client *http.Client, method, address string) resume.LinkStatus {
	req, err := http.NewRequestWithContext(ctx, method, address, nil)
	if err != nil {
		return resume.LinkStatus{Err: err.Error()}
	}
	req.Header.Set("User-Agent", linkAgent)
	resp, err := client.Do(req)
	if err != nil {
		return noLinkAnswer(err)
	}
	defer resp.Body.Close()
	_, _ = io.CopyN(io.Discard, resp.Body, 1<<16) // so that the connection can be reused
	return resume.LinkStatus{Code: resp.StatusCode}
}

// noLinkAnswer distinguishes a host that does not exist from one that did not respond.
func noLinkAnswer(err error) resume.LinkStatus {
	if wrapped, ok := errors.AsType[*url.Error](err); ok {
		err = wrapped.Err
	}
	dns, ok := errors.AsType[*net.DNSError](err)
	if ok && dns.IsNotFound {
		return resume.LinkStatus{Err: "no such host", Gone: true}
	}
	return resume.LinkStatus{Err: err.Error()}
}
