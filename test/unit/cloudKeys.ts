/**
 * The keys of a clouds file that OpenStack's tools know: those of openstacksdk's schemas, defaults and documentation, and
 * of keystoneauth's session, adapters, and plugins for passwords, tokens and application credentials.
 */

/** Of a cloud, whatever it is signed in to with. */
const CLOUD = [
  ...['profile', 'cloud', 'vendor_hook', 'status', 'message'],
  ...['auth_type', 'auth_plugin', 'auth_methods'],
  ...['region_name', 'regions', 'interface', 'endpoint_type'],
  ...['verify', 'insecure', 'cacert', 'cert', 'key', 'proxy'],
  ...['api_timeout', 'timeout', 'http_timeout', 'connect_retries', 'connect_retry_delay'],
  ...['status_code_retries', 'status_code_retry_delay', 'retriable_status_codes'],
  ...['rate_limit', 'concurrency', 'timing', 'collect_timing', 'split_loggers'],
  ...['force_ipv4', 'prefer_ipv6', 'requires_floating_ip', 'floating_ip_source', 'secgroup_source'],
  ...['networks', 'external_network', 'internal_network', 'nat_source', 'nat_destination'],
  ...['default_network', 'default_interface', 'routes_externally'],
  ...['routes_ipv4_externally', 'routes_ipv6_externally'],
  ...['disable_vendor_agent', 'image_format', 'image_api_use_tasks'],
  ...['cache', 'client', 'metrics', 'statsd', 'influxdb', 'ansible', 'default_domain', 'verbose_level'],
  ...['private', 'use_direct_get', 'log_file', 'log_level', 'debug'],
];

/** Of every plugin: the address and the scope. */
const SCOPE = [
  ...['auth_url', 'project_id', 'project_name', 'tenant_id', 'tenant_name'],
  ...['project_domain_id', 'project_domain_name', 'domain_id', 'domain_name'],
  ...['default_domain_id', 'default_domain_name', 'trust_id', 'system_scope'],
];

const USER = ['user_id', 'username', 'user_name', 'user_domain_id', 'user_domain_name'];

/** What keystoneauth has for each service, here with the service's name before it. */
const SERVICE = [
  ...['endpoint_override', 'endpoint', 'api_version', 'service_type', 'service_name'],
  ...['interface', 'endpoint_type', 'region_name', 'default_microversion'],
  ...['connect_retries', 'connect_retry_delay', 'status_code_retries', 'status_code_retry_delay'],
  ...['retriable_status_codes', 'rate_limit', 'concurrency', 'timeout'],
];

/** The official service types, and the older names of those that have some, as keys spell them. */
export const SERVICES: readonly string[] = [
  ...['accelerator', 'admin_logic', 'alarm', 'application_catalog', 'application_container', 'backup'],
  ...['application_deployment', 'baremetal', 'bare_metal', 'baremetal_introspection', 'block_storage'],
  ...['block_store', 'volume', 'volumev2', 'volumev3', 'clustering', 'compute', 'container_infra'],
  ...['container_infrastructure', 'container_infrastructure_management', 'data_processing'],
  ...['data_protection_orchestration', 'database', 'dns', 'ec2_api', 'event', 'function_engine'],
  ...['identity', 'image', 'instance_ha', 'key_manager', 'load_balancer', 'message', 'messaging'],
  ...['meter', 'metering', 'monitoring', 'monitoring_events', 'monitoring_logging', 'network'],
  ...['multi_region_network_automation', 'nfv_orchestration', 'object_store', 'object'],
  ...['operator_policy', 'orchestration', 'placement', 'rating', 'reservation', 'resource_optimization'],
  ...['root_cause_analysis', 'search', 'shared_file_system', 'share', 'sharev2', 'workflow', 'workflowv2'],
];

const SERVICE_KEYS = SERVICES.flatMap((service) => [
  `has_${service}`,
  ...SERVICE.map((setting) => `${service}_${setting}`),
]);

/** A cloud to which a key is added, by what it is signed in to with. */
export interface KnownKeys {
  readonly credential: string;
  /** A cloud that can be used. */
  readonly cloud: Readonly<Record<string, string>>;
  readonly keys: readonly string[];
}

const NAMES = { auth_url: 'https://auth.example', username: 'u', password: 'w', project_name: 'p' };

export const KNOWN_KEYS: readonly KnownKeys[] = [
  {
    credential: 'a password',
    cloud: NAMES,
    keys: [...CLOUD, ...SCOPE, ...USER, 'password', 'passcode', ...SERVICE_KEYS],
  },
  {
    credential: 'a token',
    cloud: { auth_url: 'https://auth.example', token: 't' },
    keys: [...CLOUD, ...SCOPE, 'token', 'auth_token', ...SERVICE_KEYS],
  },
  {
    credential: 'an application credential',
    cloud: {
      auth_url: 'https://auth.example',
      application_credential_name: 'n',
      application_credential_secret: 's',
      username: 'u',
    },
    keys: [
      ...[...CLOUD, ...SCOPE, ...USER, ...SERVICE_KEYS],
      ...['application_credential_id', 'application_credential_name', 'application_credential_secret'],
    ],
  },
];

/** Values that mean something, where any text does not. */
export const VALUES: Readonly<Record<string, string>> = {
  auth_url: 'https://other.example',
  compute_endpoint_override: 'https://compute.example/v2.1',
  compute_endpoint: 'https://compute.example/v2.1',
  interface: 'internal',
  endpoint_type: 'internalURL',
  compute_interface: 'internal',
  compute_endpoint_type: 'internalURL',
  identity_api_version: '3',
  compute_api_version: '2.79',
  verify: 'false',
  insecure: 'true',
  regions: '[A, B]',
  profile: 'conoha',
  cloud: 'conoha',
  auth_type: 'v3password',
  auth_plugin: 'v3password',
};

/** Keys of which another stands in the way. */
export const INSTEAD_OF: Readonly<Record<string, string>> = {
  user_name: 'username',
  tenant_name: 'project_name',
  auth_token: 'token',
};

/** Keys that mean something beside another alone. */
export const BESIDE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  key: { cert: '/client.pem' },
};
