-- What the server's own role may do: what its statements need. It owns nothing, so it can drop no table and no trigger,
-- and what proves something it can only add to. A new table wants a line here.
-- Applied again, after all the numbered migrations, whenever this file or the role changes.

grant usage on schema ${flyway:defaultSchema} to "${runtimeRole}";

-- who exchanges
grant select, insert, update on system, agency, account to "${runtimeRole}";
grant select, insert, update, delete on agency_import_row to "${runtimeRole}";
grant select, insert on agency_version to "${runtimeRole}";
grant select, insert, delete on agency_code, account_agency to "${runtimeRole}";
grant select, insert, update, delete on agency_capability to "${runtimeRole}";
grant select, insert, update on key_grant, key_grant_proposal to "${runtimeRole}";

-- what is exchanged
grant select, insert on dispatch, dispatch_change, delivery_order, idempotency_key, business_status to "${runtimeRole}";
grant select, insert, update on delivery to "${runtimeRole}";
grant select, insert, update, delete on upload to "${runtimeRole}";
grant select, insert on delivery_attempt to "${runtimeRole}";
grant select, insert, update on restore_job to "${runtimeRole}";
grant select, insert, update, delete on outbox to "${runtimeRole}";

-- what systems are told of
grant select, insert, delete on event_waiting, event to "${runtimeRole}";
grant select, insert, update, delete on webhook, webhook_secret, webhook_push to "${runtimeRole}";
grant select, insert, delete on webhook_attempt to "${runtimeRole}";
grant select, update on event_horizon to "${runtimeRole}";

-- what is registered
grant select, insert, update on register_setting to "${runtimeRole}";
grant select, insert on register, register_series, register_entry, register_addition, register_cancellation to "${runtimeRole}";
grant select, insert on register_dispatch to "${runtimeRole}";
grant update (closed_at, closed_by, entries, xml_sha256, xml_length, pdf_sha256, pdf_length, sealed_with) on register to "${runtimeRole}";
grant update (last_number, last_at) on register_series to "${runtimeRole}";
grant update (in_force) on register_dispatch to "${runtimeRole}";

-- until when
grant select, insert, update, delete on calendar_day to "${runtimeRole}";
grant select, update on deadline_rule to "${runtimeRole}";
grant select, insert, update on deadline to "${runtimeRole}";

-- what is passed on to other exchanges, and cannot be taken from them
grant select, insert on relay_passed to "${runtimeRole}";
grant select, insert, update on relay_refused to "${runtimeRole}";

-- which key may be used for what, and how often it was
grant select, insert, update on key_policy, key_usage to "${runtimeRole}";
grant select, insert, update, delete on key_usage_block to "${runtimeRole}";
grant select, insert, delete on key_use to "${runtimeRole}";

-- what is signed in batches
grant select, insert, update, delete on signature_batch, signature_batch_item to "${runtimeRole}";

-- what is signed and kept valid
grant select, insert, update, delete on kept_signature to "${runtimeRole}";
grant select, insert, delete on kept_signature_version, kept_signature_document to "${runtimeRole}";

-- who signs at a distance, for which application, and what
grant select, insert, update on signing_factors, oauth_client to "${runtimeRole}";
grant select, insert, update, delete on factor_enrolment, factor_attempts, oauth_request, browser_session to "${runtimeRole}";
grant select, insert, update, delete on oauth_grant, oauth_code, oauth_token to "${runtimeRole}";
grant select, insert, update, delete on passkey to "${runtimeRole}";
grant select, insert, delete on passkey_nonce, client_assertion, signing_response to "${runtimeRole}";
grant select, insert, update, delete on signature_authorization, authorized_hash, approval_request to "${runtimeRole}";

-- what is proved
grant select, insert on audit_entry, audit_batch, audit_link, log_node to "${runtimeRole}";
grant select, insert, delete on audit_pending to "${runtimeRole}";

-- which migrations were applied
grant select on flyway_schema_history to "${runtimeRole}";
