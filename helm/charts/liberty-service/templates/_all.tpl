{{/* Everything that a service is made of; a thin chart includes this and nothing else. */}}
{{- define "liberty-service.all" -}}
{{ include "liberty-service.account" . }}
---
{{ include "liberty-service.deployment" . }}
---
{{ include "liberty-service.service" . }}
{{- if .Values.autoscaling.enabled }}
---
{{ include "liberty-service.autoscaler" . }}
{{- end }}
---
{{ include "liberty-service.disruption" . }}
{{- if .Values.networkPolicy.enabled }}
---
{{ include "liberty-service.network" . }}
{{- end }}
{{- if .Values.migration.enabled }}
---
{{ include "liberty-service.migration" . }}
{{- end }}
{{- end -}}
