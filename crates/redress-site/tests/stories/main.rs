//! Stories: what users do, through the program and its pages, on SQLite and, with `REDRESS_TEST_DATABASE`, PostgreSQL.

mod access_matrix;
mod alter_a_publication;
mod back_up_and_restore;
mod browse_the_demo;
mod browser;
mod compute_a_date;
mod doors;
mod feed_it_bad_input;
mod find_by_words;
mod hold_a_name_back;
mod import_in_any_order;
mod import_recordings;
mod import_seeds;
mod interrupt_an_import;
mod keep_a_copy_of_the_log;
mod keep_accounts;
mod leak;
mod nothing_secret_is_said;
mod officer;
mod plan_a_report;
mod publish_again;
mod register_only;
mod sign_in;
mod spawned;
mod withdraw_an_item;
mod world;
