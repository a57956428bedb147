//! In: an accept file, and two sides. Out: whether its entries fit what they are about, and whether what is wrong with them is
//! told. Invariant: each test has a folder of its own.

use super::command::Scratch;

/// Two operations that give the same schema.
const PETS: &str = "openapi: 3.0.3
info: { title: Pets, version: '1' }
paths:
  /pets/{id}:
    get:
      operationId: getPet
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
        - { name: full, in: query, schema: { type: boolean } }
      responses: { '200': { $ref: '#/components/responses/Pet' } }
  /pets:
    get:
      operationId: listPets
      responses: { '200': { $ref: '#/components/responses/Pet' } }
components:
  responses:
    Pet: { description: One., content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
  schemas:
    Pet: { type: object, properties: { name: { type: string }, age: { type: integer } } }
";

#[test]
fn what_has_another_path_is_accepted_by_either_and_counts_once() {
    let here = Scratch::new("accepted-moved");
    here.write("a.yaml", PETS);
    let full = "        - { name: full, in: query, schema: { type: boolean } }\n";
    let moved = PETS.replace("/pets/{id}", "/v2/pets/{id}");
    let moved = moved
        .replace(full, "")
        .replace(", age: { type: integer }", "");
    here.write("b.yaml", &moved);
    let accepted = |rule: &str, place: &str| {
        let entry =
            format!("[[accepted]]\nrule = '{rule}'\nplace = '{place}'\nreason = 'agreed'\n");
        here.write("spec/accepted.toml", &entry);
        let (code, out, _) = here.run(&["diff", "a.yaml", "b.yaml"]);
        assert!(out.contains("3 changes in 2 operations"), "{out}");
        code == Some(0)
    };
    for place in [
        "GET /pets/{id}",
        "/pets/{id}",
        "GET /v2/pets/{id}",
        "/v2/pets/{id}",
    ] {
        assert!(accepted("endpoint-moved", place), "{place}");
        assert!(accepted("request-parameter-removed", place), "{place}");
        let rule = "response-optional-property-removed";
        assert!(accepted(rule, place), "{place}");
    }
    for place in ["#/paths/~1pets~1{id}/get", "#/paths/~1v2~1pets~1{id}/get"] {
        assert!(accepted("endpoint-moved", place), "{place}");
    }
    assert!(!accepted("request-parameter-removed", "/pets"));
    let (_, out, _) = here.run(&["diff", "a.yaml", "b.yaml", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&out).expect("JSON");
    let changes = report["changes"].as_array().expect("changes").iter();
    let reached: Vec<&serde_json::Value> = changes
        .filter(|change| change["rule"] == "response-optional-property-removed")
        .flat_map(|change| change["reach"].as_array().expect("reach"))
        .collect();
    let paths = reached.iter().map(|one| (&one["path"], one.get("now")));
    let paths: Vec<_> = paths.collect();
    let now = serde_json::json!("/v2/pets/{id}");
    assert_eq!(
        paths,
        [(&"/pets/{id}".into(), Some(&now)), (&"/pets".into(), None)]
    );
}
