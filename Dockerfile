# Built by the release: the binary comes from the release's own build.
FROM gcr.io/distroless/static-debian12:nonroot
ARG TARGETPLATFORM
COPY LICENSE docs/THIRD_PARTY_NOTICES.txt /usr/share/doc/ghresume/
COPY ${TARGETPLATFORM}/ghresume /usr/local/bin/ghresume
USER nonroot
WORKDIR /work
ENTRYPOINT ["/usr/local/bin/ghresume"]
