{{/* Who may call whom: what the README's picture shows, and nothing else. */}}
{{- define "liberty-service.network" -}}
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: {{ include "liberty-service.fullname" . }}
  labels: {{- include "liberty-service.labels" . | nindent 4 }}
spec:
  podSelector:
    matchLabels: {{- include "liberty-service.selector" . | nindent 6 }}
  policyTypes: [Ingress, Egress]
  {{- if or .Values.networkPolicy.callers .Values.networkPolicy.callerNamespaces }}
  ingress:
    - ports:
        - {port: http, protocol: TCP}
      from:
        {{- range .Values.networkPolicy.callers }}
        - podSelector:
            matchLabels:
              app.kubernetes.io/name: {{ . }}
              app.kubernetes.io/part-of: counterfoil
        {{- end }}
        {{- range .Values.networkPolicy.callerNamespaces }}
        - namespaceSelector:
            matchLabels:
              kubernetes.io/metadata.name: {{ . }}
        {{- end }}
  {{- else }}
  ingress: []
  {{- end }}
  egress:
    - ports:
        - {port: 53, protocol: UDP}
        - {port: 53, protocol: TCP}
    {{- range .Values.networkPolicy.calls }}
    - ports:
        - {port: http, protocol: TCP}
      to:
        - podSelector:
            matchLabels:
              app.kubernetes.io/name: {{ . }}
              app.kubernetes.io/part-of: counterfoil
    {{- end }}
    # Database, broker, token issuer, collector, and the outside systems of this service: by port, and by address range
    # where the deployment narrows it.
    - ports:
        {{- range .Values.networkPolicy.outsidePorts }}
        - {port: {{ . }}, protocol: TCP}
        {{- end }}
      {{- with .Values.networkPolicy.outsideRanges }}
      to:
        {{- range . }}
        - ipBlock:
            cidr: {{ . }}
        {{- end }}
      {{- end }}
{{- end -}}
