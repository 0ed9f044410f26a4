# docker build -t seelex .
# docker run -p 8080:8080 -v seelex-data:/data seelex
FROM golang:1.26 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY api api
COPY cmd cmd
COPY index index
COPY legislation legislation
COPY ui ui
ARG VERSION=dev
RUN CGO_ENABLED=0 go build -trimpath -ldflags "-s -w -X main.version=$VERSION" -o /out/seelex ./cmd/seelex && mkdir /out/data

# The program needs nothing beside it but the certificates by which an import from the web
# knows whom it talks to.
FROM scratch
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
COPY --from=build /out/seelex /seelex
COPY --from=build --chown=65532:65532 /out/data /data
COPY LICENSE /LICENSE
USER 65532:65532
VOLUME /data
EXPOSE 8080
ENTRYPOINT ["/seelex", "--data", "/data"]
CMD ["serve", "--addr", ":8080"]
