{{/* The chart's own name: customer-service, order-service, ... */}}
{{- define "liberty-service.name" -}}
{{ .Chart.Name }}
{{- end -}}

{{/* Unique in a namespace, also when one namespace holds two releases. */}}
{{- define "liberty-service.fullname" -}}
{{- if contains .Chart.Name .Release.Name -}}
{{ .Release.Name | trunc 63 | trimSuffix "-" }}
{{- else -}}
{{ printf "%s-%s" .Release.Name .Chart.Name | trunc 63 | trimSuffix "-" }}
{{- end -}}
{{- end -}}

{{/* What never changes in the life of a release: pods are found by these. */}}
{{- define "liberty-service.selector" -}}
app.kubernetes.io/name: {{ include "liberty-service.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}

{{- define "liberty-service.labels" -}}
{{ include "liberty-service.selector" . }}
app.kubernetes.io/version: {{ .Values.image.tag | default .Chart.AppVersion | quote }}
app.kubernetes.io/part-of: counterfoil
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
counterfoil.io/region: {{ .Values.region | quote }}
{{- end -}}

{{- define "liberty-service.image" -}}
{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}
{{- end -}}
