/** YAML files are compiled to JSON modules at build time (scripts/yaml-modules.mjs). */
declare module "*.yaml" {
  const value: unknown;
  export default value;
}
