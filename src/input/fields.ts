/** What the user says of the records of a container. */
export interface FieldOptions {
  /** Names or paths with dots; null: found by their names. */
  readonly textField: string | null;
  readonly htmlField: string | null;
  readonly idField: string | null;
  /** Passes on what goes into no field of the record. */
  readonly keepFields: boolean;
}
