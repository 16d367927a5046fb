{{/* A variable whose value lies in a Secret that the chart does not own. */}}
{{- define "liberty-service.secretVariable" -}}
- name: {{ .name }}
  valueFrom:
    secretKeyRef:
      name: {{ required (printf "%s: name the Secret that holds it" .name) .from.secret }}
      key: {{ required (printf "%s: name the key within the Secret" .name) .from.key }}
{{- end -}}

{{/* The database's part of the environment, shared by server and migration. */}}
{{- define "liberty-service.databaseEnvironment" -}}
- name: DB_HOST
  value: {{ required "database.host: where is this region's PostgreSQL?" .Values.database.host | quote }}
- name: DB_PORT
  value: {{ .Values.database.port | quote }}
- name: DB_NAME
  value: {{ .Values.database.name | quote }}
{{ include "liberty-service.secretVariable" (dict "name" "DB_USER" "from" (dict "secret" .Values.database.credentials.secret "key" .Values.database.credentials.userKey)) }}
{{ include "liberty-service.secretVariable" (dict "name" "DB_PASSWORD" "from" (dict "secret" .Values.database.credentials.secret "key" .Values.database.credentials.passwordKey)) }}
{{- end -}}

{{/* The same names that the launcher sets on a laptop. */}}
{{- define "liberty-service.environment" -}}
- name: HTTP_PORT
  value: {{ .Values.service.port | quote }}
{{ include "liberty-service.databaseEnvironment" . }}
- name: DB_POOL
  value: {{ .Values.database.pool | quote }}
- name: MIGRATE_AT_START
  value: {{ not .Values.migration.enabled | quote }}
- name: BROKER_URL
  value: {{ required "broker.url: where is this region's Artemis?" .Values.broker.url | quote }}
- name: BROKER_USER
  value: {{ .Values.broker.user | default .Chart.Name | quote }}
{{ include "liberty-service.secretVariable" (dict "name" "BROKER_PASSWORD" "from" .Values.broker.password) }}
- name: JWT_ISSUER
  value: {{ required "identity.issuer: whose tokens are accepted?" .Values.identity.issuer | quote }}
- name: JWT_JWKS_URL
  value: {{ required "identity.jwksUrl: where are the issuer's public keys?" .Values.identity.jwksUrl | quote }}
- name: TOKEN_URL
  value: {{ required "identity.tokenUrl: where does the service get its own token?" .Values.identity.tokenUrl | quote }}
- name: SERVICE_CLIENT_ID
  value: {{ .Values.identity.clientId | default .Chart.Name | quote }}
{{ include "liberty-service.secretVariable" (dict "name" "SERVICE_CLIENT_SECRET" "from" .Values.identity.clientSecret) }}
- name: COUNTERFOIL_REGION
  value: {{ .Values.region | quote }}
- name: COUNTERFOIL_LEGAL_ENTITIES
  value: {{ join "," .Values.legalEntities | quote }}
- name: OTEL_SDK_DISABLED
  value: {{ not .Values.telemetry.enabled | quote }}
{{- if .Values.telemetry.enabled }}
- name: OTEL_SERVICE_NAME
  value: {{ .Chart.Name }}
- name: OTEL_EXPORTER_OTLP_ENDPOINT
  value: {{ required "telemetry.endpoint: where is the OTLP collector?" .Values.telemetry.endpoint | quote }}
- name: OTEL_EXPORTER_OTLP_PROTOCOL
  value: {{ .Values.telemetry.protocol | quote }}
- name: OTEL_RESOURCE_ATTRIBUTES
  value: {{ printf "deployment.environment.name=%s,counterfoil.region=%s" .Values.environment .Values.region | quote }}
{{- end }}
- name: WLP_LOGGING_CONSOLE_FORMAT
  value: JSON
- name: WLP_LOGGING_CONSOLE_SOURCE
  value: message,trace,ffdc
- name: WLP_LOGGING_MESSAGE_SOURCE
  value: ""
- name: JVM_ARGS
  value: {{ .Values.jvm.arguments | quote }}
{{- range $name, $url := .Values.peers }}
- name: {{ printf "%s_URL" ($name | upper | replace "-" "_") }}
  value: {{ $url | quote }}
{{- end }}
{{- range $name, $value := .Values.settings }}
- name: {{ $name }}
  value: {{ $value | quote }}
{{- end }}
{{- range $name, $from := .Values.secretSettings }}
{{ include "liberty-service.secretVariable" (dict "name" $name "from" $from) }}
{{- end }}
{{- end -}}
