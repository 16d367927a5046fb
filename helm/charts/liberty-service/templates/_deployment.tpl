{{- define "liberty-service.deployment" -}}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ include "liberty-service.fullname" . }}
  labels: {{- include "liberty-service.labels" . | nindent 4 }}
spec:
  {{- if not .Values.autoscaling.enabled }}
  replicas: {{ .Values.replicas }}
  {{- end }}
  revisionHistoryLimit: 5
  # Old and new run side by side (the schema expands first), so no moment without a ready pod.
  strategy:
    type: RollingUpdate
    rollingUpdate:
      maxUnavailable: 0
      maxSurge: 1
  selector:
    matchLabels: {{- include "liberty-service.selector" . | nindent 6 }}
  template:
    metadata:
      labels: {{- include "liberty-service.labels" . | nindent 8 }}
      {{- if .Values.metrics.scrape }}
      annotations:
        prometheus.io/scrape: "true"
        prometheus.io/port: {{ .Values.service.port | quote }}
        prometheus.io/path: /metrics
      {{- end }}
    spec:
      serviceAccountName: {{ include "liberty-service.fullname" . }}
      automountServiceAccountToken: false
      {{- with .Values.image.pullSecrets }}
      imagePullSecrets: {{- toYaml . | nindent 8 }}
      {{- end }}
      securityContext: {{- include "liberty-service.podSecurity" . | nindent 8 }}
      # Time for the requests and the batch at hand; what is not finished is redelivered and absorbed.
      terminationGracePeriodSeconds: {{ .Values.shutdown.graceSeconds }}
      {{- with .Values.nodeSelector }}
      nodeSelector: {{- toYaml . | nindent 8 }}
      {{- end }}
      {{- with .Values.tolerations }}
      tolerations: {{- toYaml . | nindent 8 }}
      {{- end }}
      topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: topology.kubernetes.io/zone
          whenUnsatisfiable: ScheduleAnyway
          labelSelector:
            matchLabels: {{- include "liberty-service.selector" . | nindent 14 }}
      containers:
        - name: server
          image: {{ include "liberty-service.image" . | quote }}
          imagePullPolicy: {{ .Values.image.pullPolicy }}
          securityContext: {{- include "liberty-service.containerSecurity" . | nindent 12 }}
          ports:
            - name: http
              containerPort: {{ .Values.service.port }}
          env: {{- include "liberty-service.environment" . | nindent 12 }}
          startupProbe:
            httpGet: {path: /health/started, port: http}
            periodSeconds: 2
            failureThreshold: {{ div (int .Values.probes.startSeconds) 2 }}
          livenessProbe:
            httpGet: {path: /health/live, port: http}
            periodSeconds: 10
            timeoutSeconds: 3
            failureThreshold: 6
          readinessProbe:
            httpGet: {path: /health/ready, port: http}
            periodSeconds: 5
            timeoutSeconds: 3
            failureThreshold: 2
          lifecycle:
            preStop:
              exec:
                # The end point leaves the Service before the server stops taking requests.
                command: [sleep, {{ .Values.shutdown.drainSeconds | quote }}]
          resources: {{- toYaml .Values.resources | nindent 12 }}
          volumeMounts: {{- include "liberty-service.mounts" . | nindent 12 }}
            {{- range .Values.secretFiles }}
            - {name: {{ .name }}, mountPath: {{ .path }}, readOnly: true}
            {{- end }}
      volumes: {{- include "liberty-service.volumes" . | nindent 8 }}
        {{- range .Values.secretFiles }}
        - name: {{ .name }}
          secret:
            secretName: {{ .secret }}
            defaultMode: 0440
        {{- end }}
{{- end -}}

{{- define "liberty-service.podSecurity" -}}
runAsNonRoot: true
runAsUser: 1001
runAsGroup: 0
fsGroup: 0
seccompProfile:
  type: RuntimeDefault
{{- end -}}

{{- define "liberty-service.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end -}}

{{/* What a server writes: its work area, logs of its own, scratch. All of it is lost with the pod, and may be. */}}
{{- define "liberty-service.mounts" -}}
- {name: output, mountPath: /opt/ol/wlp/output}
- {name: logs, mountPath: /logs}
- {name: tmp, mountPath: /tmp}
{{- end -}}

{{- define "liberty-service.volumes" -}}
- name: output
  emptyDir: {}
- name: logs
  emptyDir: {}
- name: tmp
  emptyDir: {}
{{- end -}}
