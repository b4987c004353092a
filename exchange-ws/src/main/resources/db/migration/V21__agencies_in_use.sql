-- Whether an agency is somebody's is asked for each one that a system registers.
create index account_agency_agency on account_agency (agency);
create index delivery_recipient on delivery (recipient);
