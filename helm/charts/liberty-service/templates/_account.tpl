{{- define "liberty-service.account" -}}
apiVersion: v1
kind: ServiceAccount
metadata:
  name: {{ include "liberty-service.fullname" . }}
  labels: {{- include "liberty-service.labels" . | nindent 4 }}
automountServiceAccountToken: false
{{- end -}}
